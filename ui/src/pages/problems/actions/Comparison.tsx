/** Beside which slice an action is judged. One is suggested; without any, last year's season alone tells what would have been. */
import { useEffect, useId, useState } from "react";
import type { Slice } from "../../../api/problems";
import { count } from "../../../format";
import { useDimensionName } from "../../../parts/filter";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";
import { SliceEditor } from "../SliceEditor";
import { type Suggestion, useSuggestions } from "./useSuggestions";

interface Props {
  metric: string;
  where: Slice;
  value: Slice | null;
  onChange: (comparison: Slice | null) => void;
}

const OWN = "own";
const NONE = "none";

export function Comparison({ metric, where, value, onChange }: Props) {
  const t = useText(problems);
  const name = useId();
  const { suggestions, asking } = useSuggestions(where);
  const [chosen, setChosen] = useState<string | null>(null);
  const key = chosen ?? suggestions[0]?.dimension ?? (asking ? null : NONE);
  const suggested = suggestions.find((one) => one.dimension === key)?.where;
  const proposed = JSON.stringify(suggested ?? null);
  useEffect(() => {
    if (key !== OWN && proposed !== JSON.stringify(value)) onChange(JSON.parse(proposed) as Slice | null);
  }, [key, proposed, value, onChange]);
  const choose = (next: string) => {
    if (next === OWN) onChange(value ?? where);
    setChosen(next);
  };
  const option = (of: string, text: React.ReactNode) => (
    <label key={of} className="problems-option"><input type="radio" name={name} checked={key === of} onChange={() => choose(of)} /><span>{text}</span></label>
  );
  return (
    <fieldset className="problems-slice">
      <legend className="note">{t("comparison")}</legend>
      {suggestions.map((one) => option(one.dimension, <Suggested suggestion={one} />))}
      {option(OWN, t("ownComparison"))}
      {key === OWN && <SliceEditor label={t("comparison")} metric={metric} value={value ?? {}} onChange={onChange} />}
      {option(NONE, t("noComparison"))}
      <p className="note">{t("comparisonWhy")}</p>
    </fieldset>
  );
}

function Suggested({ suggestion: { dimension, values, n } }: { suggestion: Suggestion }) {
  const t = useText(problems);
  const { language } = useLanguage();
  const title = useDimensionName();
  return <>{t("otherValues", { dimension: title(dimension), values: values.join(language === "zh" ? "、" : ", ") })} <span className="note">{t("aYear", { n: count(n) })}</span></>;
}
