import { TrophyOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/track-record",
  title: { zh: "预警成绩", en: "Track record" },
  icon: TrophyOutlined,
  order: 45,
  permission: "signal.read",
  load: () => import("./TrackRecord"),
});
