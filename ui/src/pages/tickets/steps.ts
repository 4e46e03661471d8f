/** The life of a ticket in steps: its events, or, where a source tells none, the moments that it gave. */
import type { TicketDetail, TicketEvent } from "../../api/tickets";

export interface Step extends TicketEvent {
  /** Hours since the step before. */
  after: number | null;
}

const MOMENTS = { created_at: "reported", first_response_at: "responded", resolved_at: "resolved", closed_at: "closed", rated_at: "rated" };

export function stepsOf({ events, ticket }: Pick<TicketDetail, "events" | "ticket">): Step[] {
  const told = events.length ? events : moments(ticket);
  return told.map((event, place) => ({ ...event, after: hoursBetween(told[place - 1]?.at, event.at) }));
}

function moments(ticket: TicketDetail["ticket"]): TicketEvent[] {
  const nobody = { actor: null, team: null, from_value: null, to_value: null };
  return Object.entries(MOMENTS)
    .flatMap(([column, activity]) => (typeof ticket[column] === "string" ? [{ at: ticket[column], activity, ...nobody }] : []))
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

function hoursBetween(from: string | undefined, to: string): number | null {
  const hours = from ? (Date.parse(to) - Date.parse(from)) / 3_600_000 : null;
  return hours && hours > 0 ? hours : null;
}
