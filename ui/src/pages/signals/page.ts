import { AlertOutlined } from "@ant-design/icons";
import { page } from "../page";

// One function for both: the tabs stay while one goes from one to the other.
const load = () => import("./Signals");

export default page({
  path: "/signals",
  title: { zh: "预警", en: "Signals" },
  icon: AlertOutlined,
  group: "find",
  order: 10,
  phone: 2,
  permission: "signal.read",
  load,
  more: [{ path: "/signals/track-record", load }, { path: "/signals/:id", load: () => import("./SignalDetail") }],
  places: [{ to: "/signals/track-record", title: { zh: "预警成绩", en: "Track record" } }],
  findings: () => import("./Findings"),
  moved: [{ path: "/track-record", to: "/signals/track-record" }],
});
