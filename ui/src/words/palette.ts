import { words, type Words } from ".";

/** Other words that people have for a metric; they find it, but after what bears the name itself. */
export const ALSO: Record<string, Words> = {
  ticket_count: { zh: "工作量、进线量", en: "workload, volume" },
  backlog: { zh: "未结工单、在途工单", en: "open tickets, work in progress" },
};

export default words("palette", {
  zh: {
    title: "查找与前往",
    placeholder: "页面、工单号、问题、指标、范围；可用拼音首字母",
    results: "结果",
    close: "关闭",
    found: "{{n}} 个结果",
    looking: "正在查找…",
    none: "没有与“{{query}}”相符的页面、工单号、问题、指标或范围。",
    pages: "页面",
    tickets: "工单",
    problems: "问题",
    metrics: "指标",
    slices: "范围",
    search: "全文",
    also: "也叫 {{name}}",
    searchTickets: "在工单中搜索“{{query}}”",
    toTickets: "看工单",
    toOverview: "看总览",
    keyMove: "选择",
    keyGo: "前往",
    keyClose: "关闭",
  },
  en: {
    title: "Find and go",
    placeholder: "Page, ticket number, problem, metric, slice",
    results: "Results",
    close: "Close",
    found: "Results: {{n}}",
    looking: "Looking…",
    none: "No page, ticket number, problem, metric or slice goes by “{{query}}”.",
    pages: "Pages",
    tickets: "Tickets",
    problems: "Problems",
    metrics: "Metrics",
    slices: "Slices",
    search: "Full text",
    also: "also {{name}}",
    searchTickets: "Search tickets for “{{query}}”",
    toTickets: "See tickets",
    toOverview: "See overview",
    keyMove: "choose",
    keyGo: "go",
    keyClose: "close",
  },
});
