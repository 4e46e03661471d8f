import type { ExplainRequest } from "../../api/explain";
import { filterText, type Slice } from "../../api/slices";

/** The period and the filters of a question, narrowed to a slice, as an address takes them. */
export function paramsOf(request: ExplainRequest, slice: Slice): string {
  const params = new URLSearchParams({ period: request.period });
  for (const text of [...request.where, ...filterText(slice)]) params.append("where", text);
  return params.toString();
}
