"""Who may do what: users, roles, sessions, and the audit of every change."""
