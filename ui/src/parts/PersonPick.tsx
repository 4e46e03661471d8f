import { usePeople } from "../api/people";
import { Pick } from "./Pick";

/** One of the people, by login. */
export function PersonPick(props: { label: string; value: string | null; onChange: (login: string | null) => void; none?: string; hint?: string }) {
  const { data: people = [], isLoading } = usePeople();
  return <Pick {...props} loading={isLoading} options={people.map(({ login, name }) => ({ value: login, label: name || login }))} />;
}
