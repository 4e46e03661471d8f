/** Where the data comes from, how it comes in, what came, and how good it is. The tab is in the address. */
import { UploadOutlined } from "@ant-design/icons";
import { useNavigate, useParams } from "react-router";
import { useMay } from "../../api/session";
import { Button } from "../../parts/Button";
import { Page } from "../../parts/Page";
import { Tabs } from "../../parts/Tabs";
import { useText } from "../../words";
import data from "../../words/data";
import { Batches } from "./batches/Batches";
import "./data.css";
import { Quality } from "./quality/Quality";
import { Sources } from "./sources/Sources";
import { Upload } from "./upload/Upload";

export default function Data() {
  const t = useText(data);
  const may = useMay();
  const { tab = "sources", id = "" } = useParams();
  const go = useNavigate();
  const writes = may("intake.write");
  const tabs = [
    { key: "sources", label: t("sources"), body: <Sources open={id} /> },
    ...(writes ? [{ key: "upload", label: t("upload"), body: <Upload /> }] : []),
    { key: "batches", label: t("batches"), body: <Batches open={id} /> },
    { key: "quality", label: t("quality"), body: <Quality /> },
  ];
  return (
    <Page title={t("title")} actions={writes && tab !== "upload" && <Button to="/data/upload" type="primary" icon={<UploadOutlined />}>{t("uploadFile")}</Button>}>
      <Tabs label={t("tabs")} tabs={tabs} current={tab} onChange={(key) => void go(`/data/${key}`)} />
    </Page>
  );
}
