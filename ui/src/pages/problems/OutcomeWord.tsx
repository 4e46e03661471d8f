import type { Outcome } from "../../api/actions";
import { useText } from "../../words";
import problems from "../../words/problems";

/** What came of an action, in a word. */
export function OutcomeWord({ outcome }: { outcome: Outcome }) {
  const t = useText(problems);
  return <span>{t(outcome)}</span>;
}
