/** What a page shows when it has nothing, not yet something, or a refusal to show. */
import { type ReactNode, useEffect, useState } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import { Problem } from "../api/problem";
import { seconds } from "../format";
import { useLanguage, useText } from "../words";
import parts from "../words/parts";
import "./states.css";
import { Button } from "./Button";

/** Why there is nothing, in one line, and what to do next. */
export function Empty({ why, action }: { why: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <p>{why}</p>
      {action}
    </div>
  );
}

/** A refusal in the reader's words: what, which value, what next. */
export function Failed({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const t = useText(parts);
  const { say } = useLanguage();
  const problem = Problem.from(error);
  return (
    <div className="state" role="alert">
      <p className="strong">{t("failedTitle")}</p>
      <p>{say(problem.words)}</p>
      <p className="note mono">{problem.code}</p>
      {retry && <Button onClick={retry}>{t("retry")}</Button>}
    </div>
  );
}

/** The place of something that is loading for the first time, at its final size. Nothing shows for 300 ms. */
export function Loading({ height = 120, cancel }: { height?: number | string; cancel?: (() => void) | undefined }) {
  const t = useText(parts);
  const { language } = useLanguage();
  const waited = useWaited();
  return (
    <div className="loading" style={{ minHeight: height }} aria-busy="true">
      {waited >= 300 && <div className="loading-bones" role="status" aria-label={t("loading")} />}
      {waited >= 10_000 && (
        <p className="note row" role="status">
          {t("slow", { time: seconds(waited / 1000, language) })}
          {cancel && <Button size="small" onClick={cancel}>{t("cancel")}</Button>}
        </p>
      )}
    </div>
  );
}

/** A query's data, its first loading, or its refusal; while it is asked again the old data stays, at 60 %. */
export function Await<T>({ query, height = 120, children }: { query: UseQueryResult<T>; height?: number | string; children: (data: T) => ReactNode }) {
  const stale = useLate(query.isFetching && query.isPlaceholderData);
  if (query.data !== undefined && !(query.isError && query.isPlaceholderData)) {
    return <div className={stale ? "await await-stale" : "await"} aria-busy={stale}>{children(query.data)}</div>;
  }
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading height={height} />;
}

/** Milliseconds since the part was mounted, in the steps that matter. */
function useWaited(): number {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const first = setTimeout(() => setWaited(300), 300);
    const ticking = setInterval(() => setWaited(Date.now() - began), 1000);
    return () => {
      clearTimeout(first);
      clearInterval(ticking);
    };
  }, []);
  return waited;
}

/** Whether something has been so for 300 ms. */
function useLate(now: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!now) return setLate(false);
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, [now]);
  return late;
}
