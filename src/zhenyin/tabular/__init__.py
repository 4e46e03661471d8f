"""Reading tables of any make: encodings, delimiters, workbooks. It lies under the connectors."""
