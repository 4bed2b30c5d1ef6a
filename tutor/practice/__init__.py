"""What a person does here: record, check, assess, look back. Owns the ports; knows no Qt, database, device or model."""
