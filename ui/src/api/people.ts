/** The people that a problem or an action can be given to. */
import { useQuery } from "@tanstack/react-query";
import { client, read } from "./client";

export interface Named {
  id: string;
  login: string;
  name: string;
  role: string;
}

export const usePeople = () => useQuery({ queryKey: ["people"], queryFn: () => read<Named[]>(client.GET("/api/people")), staleTime: 60_000 });
