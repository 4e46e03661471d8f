/** What a drawing needs to know of the reader: colours, language, names. */
import { useMemo } from "react";
import { useTheme } from "../../style/theme";
import { ink, seriesInk } from "../../style/ink";
import { type Language, useLanguage, useText, type Words } from "../../words";
import parts from "../../words/parts";

export interface ChartTheme {
  language: Language;
  say: (words: Words | null | undefined) => string;
  /** The name of a value of a cut; an empty one is unknown. */
  name: (value: string) => string;
  /** The names of a waterfall's two wholes and of what no step explains. */
  wholes: { start: string; end: string; rest: string };
  colours: { text: string; note: string; worse: string; grid: string; card: string; line: string; band: string; empty: string; border: string; rest: string };
  series: string[];
  font: string;
}

export function useChartTheme(): ChartTheme {
  const { language } = useLanguage();
  const { dark } = useTheme();
  const t = useText(parts);
  // The tokens change with the theme, `t` with the language.
  // oxlint-disable-next-line react/exhaustive-deps, react/memo-dependencies
  return useMemo(() => themeOf(language, (value) => value || t("unknown"), { start: t("expected"), end: t("observed"), rest: t("other") }), [language, dark]);
}

export function themeOf(language: Language, name: (value: string) => string, wholes: ChartTheme["wholes"]): ChartTheme {
  return {
    language,
    say: (words) => words?.[language] ?? "",
    name,
    wholes,
    colours: {
      text: ink("text"), note: ink("note"), worse: ink("worse"), grid: ink("grid"), card: ink("raised"), line: ink("line"),
      band: ink("bar"), empty: ink("map-empty"), border: ink("map-border"), rest: ink("series-rest"),
    },
    series: seriesInk(),
    font: ink("font"),
  };
}
