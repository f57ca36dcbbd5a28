/** What a helper of the tests is to do: work for a helper process, harmless but for the process it runs in. */
export type Asked = "count" | "throw" | "throw as another copy" | "exit" | "hang" | "allocate" | "print";

/** Three pieces, or trouble on demand. */
export async function* work(asked: Asked): AsyncGenerator<string> {
  yield `${process.pid}`;
  switch (asked) {
    case "throw":
      throw new RangeError("on demand");
    case "throw as another copy":
      // What a built program's helper throws: its bundle brings a class of its own, under the same name.
      throw Object.assign(new Error("locked"), { name: "ExtractionError", code: "password", where: "a.doc" });
    case "exit":
      process.exit(3);
      break;
    case "hang":
      for (;;);
    case "allocate": {
      const held: Buffer[] = [];
      for (;;) held.push(Buffer.alloc(8 << 20, 1));
    }
    case "print":
      console.log("chatter");
      console.error("chatter");
      break;
    default:
      yield "two";
  }
}
