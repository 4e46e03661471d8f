/** The life of a ticket in steps: its events, or, where a source tells none, the moments that it gave. */
import type { TicketDetail, TicketEvent } from "../../api/tickets";

export interface Step extends TicketEvent {
  /** Hours since the step before. */
  after: number | null;
}

const MOMENTS = { created_at: "reported", first_response_at: "responded", resolved_at: "resolved", closed_at: "closed", rated_at: "rated" };

export function stepsOf({ events, fields }: Pick<TicketDetail, "events" | "fields">): Step[] {
  const steps = events.length ? events : moments(fields);
  return steps.map((event, place) => ({ ...event, after: hoursBetween(steps[place - 1]?.at, event.at) }));
}

function moments(fields: TicketDetail["fields"]): TicketEvent[] {
  const nobody = { actor: null, team: null, from_value: null, to_value: null };
  return Object.entries(MOMENTS)
    .flatMap(([column, activity]) => {
      const at = fields[column];
      return typeof at === "string" ? [{ at, activity, ...nobody }] : [];
    })
    .toSorted((one, other) => (one.at ?? "").localeCompare(other.at ?? ""));
}

function hoursBetween(from: string | null | undefined, to: string | null): number | null {
  const hours = from && to ? (Date.parse(to) - Date.parse(from)) / 3_600_000 : null;
  return hours && hours > 0 ? hours : null;
}
