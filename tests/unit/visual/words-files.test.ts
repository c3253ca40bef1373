import { describe, expect, it } from "vitest";
import files from "@/lib/i18n/words-files.json";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import offlineEn from "@/messages/files/offline.en.json";
import offlineEs from "@/messages/files/offline.es.json";
import patientEn from "@/messages/files/patient.en.json";
import patientEs from "@/messages/files/patient.es.json";
import { wordsReadInBrowser } from "../../support/words-read";

/** What the root layout sends to every page. */
const everywhere = ["errors.failed", "ui"];

/** The namespaces that a browser reads on these pages beyond those of every page. */
function readBeyond(...pages: string[]): string[] {
  return wordsReadInBrowser(...pages).filter((name) => !everywhere.includes(name));
}

const words = {
  patient: { en: patientEn, es: patientEs },
  offline: { en: offlineEn, es: offlineEs },
};

function at(tree: unknown, path: string): unknown {
  return path.split(".").reduce((node, step) => Reflect.get(Object(node), step), tree);
}

describe("words of what runs in the browser", () => {
  it("are in the patient's file exactly as far as the patient's pages read them", () => {
    expect(files.patient).toEqual(readBeyond("app/my"));
  });

  it("are in the file of the pages without network exactly as far as those read them", () => {
    expect(files.offline).toEqual(readBeyond("app/offline"));
  });

  it("come to the sign-in page and the error pages with the page", () => {
    expect(readBeyond("app/sign-in")).toEqual(["signIn"]);
    expect(readBeyond("app/layout.tsx", "app/error.tsx", "app/not-found.tsx", "app/page.tsx")).toEqual([]);
  });

  it.each(["patient", "offline"] as const)("are those of both languages in the files `%s`", (file) => {
    for (const namespace of files[file]) {
      expect(at(words[file].en, namespace)).toEqual(at(en, namespace));
      expect(at(words[file].es, namespace)).toEqual(at(es, namespace));
    }
  });
});
