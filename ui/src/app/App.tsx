/** Everything that is around the pages. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { BrowserRouter } from "react-router";
import { whenLoggedOut } from "../api/client";
import { installation } from "../api/installation";
import { Problem } from "../api/problem";
import { session } from "../api/session";
import { Boundary } from "../parts/Boundary";
import { Messages } from "../parts/messages";
import { Gate } from "./Gate";
import { ThemeProvider } from "../style/theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // The server's own refusals stay what they are; only a lost line is worth another try.
      retry: (failed, error) => failed < 2 && Problem.from(error).status === 0,
    },
  },
});

// Asked for before anything is drawn: every page waits for both. Who is not logged in is refused the second.
void queries.prefetchQuery(session);
void queries.prefetchQuery(installation);

whenLoggedOut(() => void queries.invalidateQueries({ queryKey: session.queryKey }));

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <BrowserRouter>
          <Boundary>
            <Gate />
          </Boundary>
          <Messages />
        </BrowserRouter>
      </ThemeProvider>
    </QueryClientProvider>
  );
}
