/** Personal access tokens: what scripts show in place of a login. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type AccessToken = Schemas["AccessTokenResponse"];
export type NewAccessToken = Schemas["NewAccessToken"];

const KEY = ["tokens"];

/** One's own tokens, or those of everybody; the newest are first. */
export const useTokens = (everyone: boolean) =>
  useQuery({
    queryKey: [...KEY, everyone],
    queryFn: () => answer(client.GET("/api/tokens", { params: { query: { everyone, limit: 500 } } })),
    placeholderData: keepPreviousData,
  });

export function useMakeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["TokenRequest"]) => answer(client.POST("/api/tokens", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
    // The secret is in the answer: it is not kept when nobody looks at it any more.
    gcTime: 0,
  });
}

export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(client.DELETE("/api/tokens/{token_id}", { params: { path: { token_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
