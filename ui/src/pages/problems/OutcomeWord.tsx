import { useText } from "../../words";
import problems from "../../words/problems";

const KNOWN = { effective: "effective", not_effective: "not_effective", too_early: "too_early", not_measurable: "not_measurable" } as const;

/** What came of an action, in a word. */
export function OutcomeWord({ outcome }: { outcome: string }) {
  const t = useText(problems);
  const key = KNOWN[outcome as keyof typeof KNOWN];
  return <span>{key ? t(key) : outcome}</span>;
}
