import { words } from ".";

export default words("overview", {
  zh: {
    title: "总览",
  },
  en: {
    title: "Overview",
  },
});
