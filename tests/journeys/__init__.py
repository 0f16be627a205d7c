"""What people do in Gatepost, in a real browser against a real server."""
