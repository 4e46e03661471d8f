/** What was learned. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Words } from "../words";
import { send } from "./client";

export type ArticleState = "proposed" | "published" | "retired";

export interface Article {
  id: string;
  title: string;
  problem_id: string;
  symptom: string;
  cause: string;
  fix: string;
  /** As it was measured; nobody edits it. */
  effect: Words;
  state: ArticleState;
  by: string;
  at: string;
  reviewed_by: string | null;
  reviewed_at: string | null;
}

export type ArticleTexts = Pick<Article, "title" | "symptom" | "cause" | "fix">;

export const useArticles = (q: string) =>
  useQuery({
    queryKey: ["articles", "list", q],
    queryFn: () => send<Article[]>("GET", `/api/articles${q && `?${new URLSearchParams({ q })}`}`),
    placeholderData: keepPreviousData,
  });

export const useArticle = (id: string) => useQuery({ queryKey: ["articles", id], queryFn: () => send<Article>("GET", `/api/articles/${id}`) });

export function useArticleActs(id: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ["articles"] });
  return {
    edit: useMutation({ mutationFn: (texts: Partial<ArticleTexts>) => send<Article>("PATCH", `/api/articles/${id}`, texts), onSuccess }),
    publish: useMutation({ mutationFn: () => send<Article>("POST", `/api/articles/${id}/publish`), onSuccess }),
    retire: useMutation({ mutationFn: () => send<Article>("POST", `/api/articles/${id}/retire`), onSuccess }),
  };
}
