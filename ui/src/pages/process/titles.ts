import type { ProcessMap } from "../../api/process";
import type { Language } from "../../words";

/** What a step is called in the reader's language. */
export function titlesOf(map: ProcessMap, language: Language): (name: string) => string {
  const titles = new Map(map.nodes.map(({ name, title }) => [name, title[language]]));
  return (name) => titles.get(name) ?? name;
}
