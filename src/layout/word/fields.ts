import { child, elements, type XmlElement } from "../../lib/xml.ts";
import { equationText } from "./equation-field.ts";

interface OpenField {
  instruction: string;
  /** Whether the field keeps a result that is printed as it is. */
  hasResult: boolean;
  result: boolean;
  readonly data: XmlElement | undefined;
}

/**
 * The fields of a paragraph (ECMA-376 part 1, 17.16). Their results are printed as they stand; what Word draws without keeping a result is
 * drawn here: form boxes (17.16.5.20 ff.), drop-down lists (17.16.5.21), EQ.
 */
export class Fields {
  private readonly open: OpenField[] = [];
  private readonly print: (text: string) => void;

  constructor(print: (text: string) => void) {
    this.print = print;
  }

  /** Whether what is read now belongs to an instruction (the condition of an IF, a field inside it): it is not printed. */
  get inInstruction(): boolean {
    return this.open.some((field) => !field.result);
  }

  /** Text was printed: it is the result of the fields that are past their separator. */
  printed(): void {
    for (const field of this.open) if (field.result) field.hasResult = true;
  }

  instruction(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.result) field.instruction += text;
  }

  /** `w:fldChar`: begin, separate or end of a field. */
  mark(mark: XmlElement): void {
    const type = mark.attributes.fldCharType;
    if (type === "begin")
      this.open.push({ instruction: "", hasResult: false, result: false, data: child(mark, "ffData") });
    else if (type === "separate") {
      const field = this.open.at(-1);
      if (field) field.result = true;
    } else if (type === "end") {
      const field = this.open.pop();
      if (!field || field.hasResult) return;
      const text = checkBox(field.data) || chosenEntry(field.data) || equationText(field.instruction);
      this.print(text);
      if (text !== "") this.printed();
    }
  }
}

/** A form's check box: it prints a box, ticked or not. */
function checkBox(data: XmlElement | undefined): string {
  const box = child(data, "checkBox");
  if (!box) return "";
  const state = child(box, "checked") ?? child(box, "default");
  return state && !/^(0|false|off)$/.test(state.attributes.val ?? "1") ? "☑" : "□";
}

/** The entry of a drop-down list that is chosen, the first where none is. */
function chosenEntry(data: XmlElement | undefined): string {
  const list = child(data, "ddList");
  if (!list) return "";
  const at = Number((child(list, "result") ?? child(list, "default"))?.attributes.val ?? "0");
  return elements(list, "listEntry")[at]?.attributes.val ?? "";
}
