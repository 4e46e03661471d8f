/** All tickets: searched, filtered, in pages; a row opens its ticket at the side. What is asked stands in the address. */
import { CloseOutlined } from "@ant-design/icons";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useInstallation } from "../../api/installation";
import { useMetrics } from "../../api/questions";
import { type Search, type TicketPage, useTickets } from "../../api/tickets";
import { Button } from "../../parts/Button";
import { FilterBar, useFilters } from "../../parts/filter";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { Pager } from "../../parts/table";
import { useTicketTotals } from "../../parts/useTicketTotals";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";
import { Detail } from "./Detail";
import { Export } from "./Export";
import { List } from "./List";
import { SearchBox } from "./SearchBox";
import "./tickets.css";

const LIMIT = 50;

export default function Tickets() {
  const t = useText(tickets);
  const { id = "" } = useParams();
  const go = useNavigate();
  const filters = useFilters("all");
  const [params, setParams] = useSearchParams();
  const metric = params.get("counted_in");
  const search: Search = { q: params.get("q") ?? "", where: filters.where, period: filters.period, sort: params.get("sort") ?? "-created_at", limit: LIMIT, offset: Number(params.get("offset") ?? 0), ...(metric && { counted_in: metric }) };
  const found = useTickets(search);
  const totals = useTicketTotals();
  const { data: installation } = useInstallation();
  const set = (change: Record<string, string>) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        // Whatever else is asked begins at the first page.
        for (const [key, value] of Object.entries({ offset: "", ...change })) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const open = (ticket: string) => void go({ pathname: ticket ? `/tickets/${encodeURIComponent(ticket)}` : "/tickets", search: params.toString() });
  if (installation && !installation.data_until && !found.data?.total) {
    return <Page title={t("title")}><Empty why={t("noData")} action={<Button to="/data/upload" type="primary">{t("upload")}</Button>} /></Page>;
  }
  return (
    <Page title={t("title")} sub={found.data && totals(found.data.totals)} actions={<Export search={search} total={found.data?.total ?? 0} />}>
      <div className="tickets-query">
        <SearchBox value={search.q} onChange={(q) => set({ q })} />
        <FilterBar filters={filters} compare={false} allTime />
        {metric && <CountedIn metric={metric} lift={() => set({ counted_in: "" })} />}
      </div>
      <Card>
        <Await query={found} height={640}>
          {(page) => <Found page={page} search={search} current={id} onOpen={open} onSort={(sort) => set({ sort })} onOffset={(offset) => set({ offset: `${offset || ""}` })} onClear={() => setParams({})} />}
        </Await>
      </Card>
      <Detail id={id} rows={found.data?.items ?? []} onOpen={open} />
    </Page>
  );
}

/** The list holds only what a figure counts. */
function CountedIn({ metric, lift }: { metric: string; lift: () => void }) {
  const t = useText(tickets);
  const { say } = useLanguage();
  const title = say(useMetrics().data?.find(({ key }) => key === metric)?.title) || metric;
  return (
    <span className="chip">
      {t("countedIn", { title })}
      <button type="button" className="plain" onClick={lift} aria-label={t("liftCountedIn", { title })}><CloseOutlined /></button>
    </span>
  );
}

interface FoundProps {
  page: TicketPage;
  search: Search;
  current: string;
  onOpen: (id: string) => void;
  onSort: (sort: string) => void;
  onOffset: (offset: number) => void;
  onClear: () => void;
}

function Found({ page, search, current, onOpen, onSort, onOffset, onClear }: FoundProps) {
  const t = useText(tickets);
  if (!page.total) return <Empty why={t("nothingFound")} action={<Button onClick={onClear}>{t("clear")}</Button>} />;
  return (
    <>
      <List rows={page.items} current={current} sort={search.sort} onSort={onSort} onOpen={onOpen} />
      <Pager offset={search.offset} limit={search.limit} total={page.total} onChange={onOffset} />
    </>
  );
}
