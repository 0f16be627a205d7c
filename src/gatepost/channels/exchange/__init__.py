"""The register as a table: out as CSV or Excel, and in from that or from a table as schools keep one."""
