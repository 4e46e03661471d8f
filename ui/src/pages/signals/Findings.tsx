import { useSignals } from "../../api/signals";
import { useText } from "../../words";
import findings from "../../words/findings";

/** How many signals wait for a decision. */
export default function Findings() {
  const t = useText(findings);
  const { data: open } = useSignals("open");
  return open?.length ? t("signals", { n: open.length }) : null;
}
