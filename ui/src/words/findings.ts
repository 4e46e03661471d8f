import { words } from ".";

/** What waits for somebody, beside the name of a group of pages: apart from the words of the pages, so that it comes with the first one. */
export default words("findings", {
  zh: {
    signals: "{{n}} 条待处理",
    problems: "{{n}} 个未结",
    overdue: "{{n}} 逾期",
  },
  en: {
    signals: "{{n}} open",
    problems: "{{n}} open",
    overdue: "{{n}} overdue",
  },
});
