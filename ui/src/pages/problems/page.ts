import { SolutionOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/problems",
  title: { zh: "问题", en: "Problems" },
  icon: SolutionOutlined,
  order: 50,
  permission: "problem.read",
  load: () => import("./Problems"),
  more: [{ path: "/problems/:id", load: () => import("./ProblemDetail") }],
});
