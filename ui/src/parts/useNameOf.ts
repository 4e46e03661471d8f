import { usePeople } from "../api/people";
import { useText } from "../words";
import ticketTable from "../words/ticketTable";

/** Who the product says it is when it acts by itself. */
const PRODUCT = "zhenyin";

/** The name of a person by login; those without an account here are called as they were written. */
export function useNameOf(): (login: string) => string {
  const t = useText(ticketTable);
  const { data: people = [] } = usePeople();
  return (login) => (login === PRODUCT ? t("system") : (people.find((one) => one.login === login)?.name ?? login));
}
