/** How a card is dragged: with the mouse anywhere on it, with the keyboard by its handle, from column to column. */
import { Accessibility, type DragDropManager, type Draggable, KeyboardSensor, PointerSensor } from "@dnd-kit/dom";
import { DragDropProvider } from "@dnd-kit/react";
import type { ComponentProps } from "react";
import type { textIn } from "../../words";
import type problems from "../../words/problems";

type Settings = ComponentProps<typeof DragDropProvider>;

/** An arrow leads to the next column, however wide it is. */
class ColumnKeys extends KeyboardSensor {
  protected override handleMove(direction: "up" | "down" | "left" | "right", event: KeyboardEvent): void {
    const { shape, target } = this.manager.dragOperation;
    const step = { left: -1, right: 1, up: 0, down: 0 }[direction];
    if (!shape || !step) return;
    event.preventDefault();
    const columns = columnsOf(this.manager);
    const here = columns.findIndex(({ id }) => id === target?.id);
    const next = columns[here + step]?.element?.getBoundingClientRect();
    const { center } = shape.current;
    if (next) this.manager.actions.move({ event, by: { x: next.left + next.width / 2 - center.x, y: next.top + next.height / 3 - center.y } });
  }
}

const columnsOf = (manager: DragDropManager) => [...manager.registry.droppables].toSorted((one, other) => leftOf(one.element) - leftOf(other.element));

const leftOf = (element: Element | undefined): number => element?.getBoundingClientRect().left ?? 0;

export const SENSORS: Settings["sensors"] = [PointerSensor.configure({ activatorElements: (source: Draggable) => [source.element] }), ColumnKeys];

type Event = { operation: { source: Draggable | null; target: { data: Record<string, unknown> } | null }; canceled?: boolean };

const nameOf = (of: { data: Record<string, unknown> } | null): string => String(of?.data["title"] ?? "");

/** What is read aloud. */
export function aloud(say: ReturnType<typeof textIn<typeof problems.texts.zh>>) {
  return Accessibility.configure({
    screenReaderInstructions: { draggable: say("dragHow") },
    announcements: {
      dragstart: ({ operation: { source } }: Event) => say("dragTaken", { problem: nameOf(source) }),
      dragover: ({ operation: { source, target } }: Event) => (target ? say("dragOver", { problem: nameOf(source), column: nameOf(target) }) : undefined),
      dragend: ({ operation: { source, target }, canceled }: Event) => say(canceled || !target ? "dragLeft" : "dragPut", { problem: nameOf(source), column: nameOf(target) }),
    },
  });
}
