/** A filter on any dimension. */
import { PlusOutlined } from "@ant-design/icons";
import { lazy } from "react";
import { useText } from "../../words";
import parts from "../../words/parts";
import { Pop } from "../Pop";

const AddFilterForm = lazy(() => import("./AddFilterForm"));

export function AddFilter({ add }: { add: (text: string) => void }) {
  const t = useText(parts);
  return <Pop label={t("addFilter")} icon={<PlusOutlined />} placement="bottomLeft" content={(close) => <AddFilterForm done={(text) => { add(text); close(); }} />} />;
}
