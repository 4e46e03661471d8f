import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { session } from "../../api/session";
import { setLanguage } from "../../words";
import { SideNav } from "./Nav";

function shown(permissions: string[], known: [unknown[], unknown][] = []) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const user = { id: "u", login: "wang", name: "", role: "admin", language: "zh", permissions };
  queries.setQueryData(session.queryKey, { user, csrf: "", first_run: false } as never);
  for (const [key, data] of known) queries.setQueryData(key, data);
  render(<QueryClientProvider client={queries}><MemoryRouter><SideNav /></MemoryRouter></QueryClientProvider>);
}

beforeEach(() => setLanguage("zh"));

it("shows a person the pages that they may see, and no group without any", () => {
  shown(["intake.read"]);
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["来源与导入"]);
  expect(screen.getAllByRole("list")).toHaveLength(1);
});

it("stays whole when what it tells beside a group fails", async () => {
  const complained = vi.spyOn(console, "error").mockImplementation(() => {});
  shown(["problem.read"], [[["problems", {}], { not: "a list" }]]);
  await vi.waitFor(() => expect(complained).toHaveBeenCalled());
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["问题"]);
  complained.mockRestore();
});
