import { useSignals } from "../../api/signals";
import { useText } from "../../words";
import signals from "../../words/signals";

/** How many signals wait for a decision. */
export default function Findings() {
  const t = useText(signals);
  const { data: open } = useSignals("open");
  return open?.length ? t("found", { n: open.length }) : null;
}
