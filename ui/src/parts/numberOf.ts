/** The number that the source gave: a ticket's own id begins with its source. */
export const numberOf = ({ ticket_id, source }: { ticket_id: string; source: string | null }): string => ticket_id.slice((source ?? "").length + 1) || ticket_id;
