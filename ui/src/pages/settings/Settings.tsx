import { useSearchParams } from "react-router";
import { useMay } from "../../api/session";
import { Page } from "../../parts/Page";
import { Tabs } from "../../parts/Tabs";
import { useText } from "../../words";
import words from "../../words/settings";
import { AccessTokens } from "./AccessTokens";
import { AuditTrail } from "./AuditTrail";
import { Checks } from "./Checks";
import { Me } from "./Me";
import "./settings.css";
import { TaxonomyView } from "./TaxonomyView";
import { Users } from "./Users";
import { Values } from "./Values";

export default function Settings() {
  const t = useText(words);
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const tabs = [
    { key: "me", label: t("me"), body: <Me />, needs: "account.read" },
    { key: "tokens", label: t("tokens"), body: <AccessTokens />, needs: "account.read" },
    { key: "people", label: t("people"), body: <Users />, needs: "account.admin" },
    { key: "taxonomy", label: t("taxonomy"), body: <TaxonomyView />, needs: "ticket.read" },
    { key: "installation", label: t("installation"), body: <Checks />, needs: "settings.read" },
    { key: "values", label: t("values"), body: <Values />, needs: "settings.read" },
    { key: "audit", label: t("audit"), body: <AuditTrail />, needs: "account.admin" },
  ].filter((tab) => may(tab.needs));
  return (
    <Page title={t("title")}>
      <Tabs label={t("title")} tabs={tabs} current={params.get("tab") ?? "me"} onChange={(tab) => setParams({ tab })} />
    </Page>
  );
}
