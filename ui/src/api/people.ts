/** The people that a problem or an action can be given to. */
import { useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";

export const usePeople = () => useQuery({ queryKey: ["people"], queryFn: () => answer(client.GET("/api/people")), staleTime: 60_000 });
