"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { KeyGroup } from "@/components/ui/key-group";

const mapAsked = "phasewise:key-map";

/** Opens the map of the page's keys; what "?" means in a list. */
export function askForKeyMap(): boolean {
  return document.dispatchEvent(new CustomEvent(mapAsked));
}

/** The map of a list's keys; closed until somebody asks for it. */
export function ListKeyMap<K extends string>({
  title,
  group,
  keys,
  words,
}: {
  title: string;
  group: string;
  keys: Readonly<Record<K, readonly string[]>>;
  words: (key: K) => string;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const open = useEffectEvent(() => setIsOpen(true));
  useEffect(() => {
    const press = () => open();
    document.addEventListener(mapAsked, press);
    return () => document.removeEventListener(mapAsked, press);
  }, []);
  return isOpen ? (
    <Dialog isOpen onOpenChange={setIsOpen} title={title}>
      <KeyGroup keys={keys} title={group} words={words} />
    </Dialog>
  ) : null;
}
