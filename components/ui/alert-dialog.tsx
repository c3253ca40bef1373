"use client";

import { type DialogHTMLAttributes, type ReactNode, useId, useLayoutEffect, useRef } from "react";

/**
 * A question above everything else on the page, as the browser itself knows it: without the code of `Dialog`, for the frame of every page. Render it
 * only while it is asked; what had the focus gets it back.
 * @param props.describedBy the id of what also belongs to its words
 */
export function AlertDialog({
  title,
  words,
  describedBy,
  children,
  onCancel,
  onClose,
}: {
  title: string;
  words: string;
  describedBy?: string;
  children: ReactNode;
} & Pick<DialogHTMLAttributes<HTMLDialogElement>, "onCancel" | "onClose">) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    // Inside a popover that closes it would stay open unseen, and nothing else could be reached.
    const around = shown?.closest("[popover]");
    const gone = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === "closed") shown?.close();
    };
    around?.addEventListener("toggle", gone);
    shown?.showModal();
    return () => {
      around?.removeEventListener("toggle", gone);
      shown?.close();
    };
  }, []);
  return (
    <dialog
      aria-describedby={describedBy === undefined ? `${id}-words` : `${id}-words ${describedBy}`}
      aria-labelledby={`${id}-title`}
      className="m-auto w-full max-w-md rounded-10 border border-line bg-raised p-5 text-14 text-ink shadow-raised backdrop:bg-black/50 max-md:max-w-[calc(100%-2rem)] roomy:text-18 patient:rounded-14"
      data-react-aria-top-layer="true"
      // React tells of what happens to a question inside this one, too.
      onCancel={(event) => {
        if (event.target === event.currentTarget) onCancel?.(event);
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && !event.currentTarget.open) onClose?.(event);
      }}
      ref={dialog}
      role="alertdialog"
    >
      <h2 className="text-16 font-title roomy:text-20" id={`${id}-title`}>
        {title}
      </h2>
      <p className="mt-2" id={`${id}-words`}>
        {words}
      </p>
      {children}
    </dialog>
  );
}
