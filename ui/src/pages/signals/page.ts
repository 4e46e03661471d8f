import { AlertOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/signals",
  title: { zh: "预警", en: "Signals" },
  icon: AlertOutlined,
  order: 40,
  permission: "signal.read",
  load: () => import("./Signals"),
  more: [{ path: "/signals/:id", load: () => import("./SignalDetail") }],
});
