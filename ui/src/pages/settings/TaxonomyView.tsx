/** The types of issues and their faults, with the words that tell them. */
import { useState } from "react";
import { useMay } from "../../api/session";
import { type Fault, type FaultType, type Taxonomy, useTaxonomy } from "../../api/settings";
import { Card } from "../../parts/Page";
import { Side } from "../../parts/Side";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";
import { FaultForm } from "./FaultForm";

export function TaxonomyView() {
  const t = useText(words);
  const taxonomy = useTaxonomy();
  return (
    <Await query={taxonomy} height={600}>
      {(data) => <Card title={<>{t("taxonomy")} <span className="note">{t("version", { version: data.version })}</span></>} sub={t("taxonomySub")}><Types taxonomy={data} /></Card>}
    </Await>
  );
}

function Types({ taxonomy }: { taxonomy: Taxonomy }) {
  const t = useText(words);
  const { say } = useLanguage();
  const may = useMay();
  const [open, setOpen] = useState<{ type: FaultType; fault: Fault } | null>(null);
  return (
    <>
      <div className="settings-taxonomy">
        {taxonomy.types.map((type) => (
          <section key={type.key}>
            <h3 className="strong">{say(type.title)} <span className="note">{type.kind}</span></h3>
            <table>
              <tbody>
                {type.faults.map((fault) => (
                  <tr key={fault.key}>
                    <th scope="row">
                      {may("ticket.admin") ? <button type="button" className="plain" onClick={() => setOpen({ type, fault })}>{say(fault.title)}</button> : say(fault.title)}
                    </th>
                    <td className="note">{fault.severity}</td>
                    <td className="note"><span className="lines-2" title={fault.words.join("、")}>{fault.words.join("、")}</span></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
      <Side open={open !== null} onClose={() => setOpen(null)} title={open && t("editTaxonomy", { name: say(open.fault.title) })} width={480}>
        {open && <FaultForm key={open.fault.key} taxonomy={taxonomy} type={open.type} fault={open.fault} done={() => setOpen(null)} />}
      </Side>
    </>
  );
}
