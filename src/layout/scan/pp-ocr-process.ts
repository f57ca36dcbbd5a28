// The process of one PP-OCR recogniser: pictures of lines in (to be read together, of like width), characters out.
import { readFileSync } from "node:fs";
import { alphabetOf, charactersIn } from "./ctc.ts";
import type { ReadSymbol } from "./engine.ts";
import { folded } from "./folded-model.ts";
import { inputOf } from "./line-input.ts";
import type { GrayPicture } from "./picture.ts";
import { modelFiles, type Runtime, runtime } from "./pp-ocr-package.ts";
import { serve } from "./recogniser-process.ts";

/** One processor, and no waiting in a loop for work: others have the other processors. */
const SESSION = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: false,
  extra: { session: { intra_op: { allow_spinning: "0" } } },
};

let alphabet: readonly string[] | undefined;
let session: ReturnType<Runtime["InferenceSession"]["create"]> | undefined;

async function read(lines: readonly GrayPicture[]): Promise<ReadSymbol[][]> {
  const { InferenceSession, Tensor } = runtime();
  const files = modelFiles();
  session ??= InferenceSession.create(folded(readFileSync(files.recogniser)), SESSION);
  alphabet ??= alphabetOf(readFileSync(files.alphabet, "utf8"));
  const model = await session;
  const input = inputOf(lines);
  const { [model.outputNames[0]!]: output } = await model.run({
    [model.inputNames[0]!]: new Tensor("float32", input.values, input.shape),
  });
  const [, steps, classes] = output!.dims as [number, number, number];
  return lines.map((line, i) =>
    charactersIn(
      output!.data.subarray(i * steps * classes, (i + 1) * steps * classes),
      classes,
      alphabet!,
      input.placeOf(i, steps),
      line.height,
    ),
  );
}

serve(read);
