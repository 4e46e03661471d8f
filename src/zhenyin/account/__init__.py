"""Users, roles, row scopes and the audit trail."""
