"use client";
import { useState } from "react";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SecondFactorManage } from "./second-factor-manage.tsx";
import { SecondFactorSetup } from "./second-factor-setup.tsx";
import { Notice } from "../ui/notice.tsx";

interface SecondFactorProps {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly on: boolean;
  readonly codesLeft: number;
}

/** The second factor of the account: set it up, get new recovery codes, switch it off. */
export function SecondFactor({ email, hasPassword, on, codesLeft }: SecondFactorProps) {
  // Shown this once; they stay when the page around them learns that the factor is on.
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [told, setTold] = useState("");
  if (codes !== null) return <RecoveryCodes codes={codes} email={email} onSaved={() => setCodes(null)} />;
  return (
    <div className="grid gap-5">
      <Notice>{told}</Notice>
      {on ? (
        <SecondFactorManage hasPassword={hasPassword} codesLeft={codesLeft} onCodes={setCodes} onOff={() => setTold("The second factor is off. Your password alone signs you in.")} />
      ) : (
        <SecondFactorSetup email={email} hasPassword={hasPassword} onCodes={(made) => { setTold(""); setCodes(made); }} />
      )}
    </div>
  );
}
