/** The knowledge base: articles that verified actions proposed. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import { everything } from "./pages";
import type { Schema } from "./types";

export type Article = Schema<"ArticleResponse">;
export type ArticleState = Article["state"];
export type ArticleTexts = Pick<Article, "title" | "symptom" | "cause" | "fix">;

export const useArticles = (q: string) =>
  useQuery({
    queryKey: ["articles", "list", q],
    queryFn: () => everything((page) => answer(client.GET("/api/articles", { params: { query: { q, ...page } } }))),
    placeholderData: keepPreviousData,
  });

const at = (id: string) => ({ params: { path: { article_id: id } } });

export const useArticle = (id: string) => useQuery({ queryKey: ["articles", id], queryFn: () => answer(client.GET("/api/articles/{article_id}", at(id))) });

export function useArticleActs(id: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ["articles"] });
  return {
    edit: useMutation({ mutationFn: (body: Partial<ArticleTexts>) => answer(client.PATCH("/api/articles/{article_id}", { ...at(id), body })), onSuccess }),
    publish: useMutation({ mutationFn: () => answer(client.POST("/api/articles/{article_id}/publish", at(id))), onSuccess }),
    retire: useMutation({ mutationFn: () => answer(client.POST("/api/articles/{article_id}/retire", at(id))), onSuccess }),
  };
}
