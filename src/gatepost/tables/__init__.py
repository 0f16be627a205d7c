"""Lists as schools send and receive them: CSV, Excel and text to rows of cells, and back, safely. Pure."""
