import { SolutionOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/problems",
  title: { zh: "问题", en: "Problems" },
  icon: SolutionOutlined,
  group: "act",
  order: 20,
  phone: 4,
  permission: "problem.read",
  load: () => import("./Problems"),
  findings: () => import("./Findings"),
  more: [{ path: "/problems/:id", load: () => import("./ProblemDetail") }],
});
