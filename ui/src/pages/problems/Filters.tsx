import { useEffect, useState } from "react";
import { usePeople } from "../../api/people";
import { useProblems } from "../../api/problems";
import { Select } from "../../parts/library/Select";
import { useText } from "../../words";
import problems from "../../words/problems";
import { STAGES } from "./stages";
import type { Search } from "./useSearch";

const PAUSE = 300;

export function Filters({ search }: { search: Search }) {
  const t = useText(problems);
  return (
    <div className="row grow" role="search">
      <Words search={search} />
      <Select
        aria-label={t("stage")} placeholder={t("anyStage")} allowClear popupMatchSelectWidth={false}
        value={search.stage} onChange={(stage) => search.set({ stage: stage ?? null })}
        options={STAGES.map((stage) => ({ value: stage, label: t(`stage_${stage}`) }))}
      />
      <Select
        aria-label={t("owner")} placeholder={t("anyOwner")} allowClear popupMatchSelectWidth={false} showSearch={{ optionFilterProp: "label" }}
        value={search.owner} onChange={(owner) => search.set({ owner: owner ?? null })}
        options={useOwners()}
      />
    </div>
  );
}

/** Words are looked for once the typing pauses. */
function Words({ search }: { search: Search }) {
  const t = useText(problems);
  const [text, setText] = useState(search.q);
  const { set, q } = search;
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) return;
    const timer = setTimeout(() => set({ q: text.trim() }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, q, set]);
  return <input type="search" className="problems-search" aria-label={t("search")} placeholder={t("search")} value={text} onChange={(event) => setText(event.target.value)} />;
}

/** The people, and owners who have no account here any more. */
function useOwners(): { value: string; label: string }[] {
  const { data: people = [] } = usePeople();
  const { data: all = [] } = useProblems();
  const named = new Map(people.map(({ login, name }) => [login, name || login]));
  for (const { owner, owner_name } of all) if (owner && !named.has(owner)) named.set(owner, owner_name ?? owner);
  return [...named].map(([value, label]) => ({ value, label }));
}
