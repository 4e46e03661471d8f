import type { ProcessMap } from "../../api/process";
import type { Language } from "../../words";

/** What a step is called in the reader's language. */
export function titlesOf(map: ProcessMap, language: Language): (name: string) => string {
  const titles = new Map(map.nodes.map(({ name, title }) => [name, title[language]]));
  return (name) => titles.get(name) ?? name;
}

/** The steps of a variant, those that follow themselves named once: 转派 ×3. */
export function shortened(steps: string[]): string[] {
  const runs: { name: string; times: number }[] = [];
  for (const name of steps) {
    const last = runs.at(-1);
    if (last?.name === name) last.times += 1;
    else runs.push({ name, times: 1 });
  }
  return runs.map(({ name, times }) => (times > 1 ? `${name} ×${times}` : name));
}
