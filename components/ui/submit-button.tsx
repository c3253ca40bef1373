"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** The button of a form with a server action: shows that the form is on its way. Works as a plain submit without JavaScript. */
export function SubmitButton(props: Omit<ButtonProps, "type" | "isPending">) {
  return <Button variant="primary" {...props} isPending={useFormStatus().pending} type="submit" />;
}
