import { usePeople } from "../api/people";
import { SearchPick } from "./SearchPick";

/** One of the people, by login. */
export function PersonPick(props: { label: string; value: string | null; onChange: (login: string | null) => void; none?: string; hint?: string }) {
  const { data: people = [], isLoading } = usePeople();
  return <SearchPick {...props} loading={isLoading} options={people.map(({ login, name }) => ({ value: login, label: name || login }))} />;
}
