"""The published JSON Schema of the export."""
