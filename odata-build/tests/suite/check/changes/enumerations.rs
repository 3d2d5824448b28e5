//! Changes of enumeration members.

use super::Change;

pub(super) const FOUND: &[Change] = &[
    (
        r#"<Member Name="syrup" Value="2" />"#,
        "",
        &["contradiction at `clinic.kinds/syrup`: not in the document"],
    ),
    (
        r#"<Member Name="syrup" "#,
        r#"<Member Name="Syrup" "#,
        &["contradiction at `clinic.kinds/syrup`: not in the document, which declares `Syrup`"],
    ),
    (
        r#"<Member Name="syrup" Value="2" />"#,
        r#"<Member Name="syrup" Value="4" />"#,
        &["contradiction at `clinic.kinds/syrup`: 4 in the document, 2 in the model"],
    ),
    (
        r#"<Member Name="syrup" Value="2" />"#,
        r#"<Member Name="syrup" Value="2" /><Member Name="drops" Value="4" />"#,
        &["addition at `clinic.kinds/drops`: not in the model"],
    ),
    (
        r#"<Member Name="shipped" Value="3" />"#,
        r#"<Member Name="shipped" Value="3" /><Member Name="lost" Value="4" />"#,
        &["addition at `clinic.state/lost`: not in the model, after the sentinel in the document"],
    ),
    (
        r#"<EnumType Name="kinds" IsFlags="true">"#,
        r#"<EnumType Name="kinds">"#,
        &["contradiction at `clinic.kinds`: a flags enumeration in the model, not in the document"],
    ),
    (
        r#"<EnumType Name="unit">"#,
        r#"<EnumType Name="unit" IsFlags="true">"#,
        &["contradiction at `clinic.unit`: a flags enumeration in the document, not in the model"],
    ),
    (
        r#"<Member Name="unknownFutureValue" Value="2" />"#,
        "",
        &[
            "contradiction at `clinic.state/unknownFutureValue`: the sentinel in the model, not in the document",
        ],
    ),
    (
        r#"<Member Name="mg" />"#,
        r#"<Member Name="mg" /><Member Name="unknownFutureValue" />"#,
        &[
            "contradiction at `clinic.unit/unknownFutureValue`: the sentinel in the document, not in the model",
        ],
    ),
    (
        r#"<Member Name="closed" Value="1" />
  <Member Name="unknownFutureValue" Value="2" />"#,
        r#"<Member Name="unknownFutureValue" Value="2" />
  <Member Name="closed" Value="1" />"#,
        &[
            "contradiction at `clinic.state/closed`: after the sentinel in the document, before it in the model",
        ],
    ),
    (
        r#"<Member Name="unknownFutureValue" Value="2" />
  <Member Name="shipped" Value="3" />"#,
        r#"<Member Name="shipped" Value="3" />
  <Member Name="unknownFutureValue" Value="2" />"#,
        &[
            "contradiction at `clinic.state/shipped`: before the sentinel in the document, after it in the model",
        ],
    ),
    (
        r#"<Member Name="later" /><Member Name="lost" />"#,
        r#"<Member Name="lost" Value="2" /><Member Name="later" Value="1" />"#,
        &[
            "contradiction at `clinic.parcel/lost`: before the sentinel in the document, after it in the model",
        ],
    ),
    (
        r#"<Member Name="lost" />"#,
        r#"<Member Name="lost" /><Member Name="unknownFutureValue" />"#,
        &[
            "contradiction at `clinic.parcel`: the sentinel is `unknownFutureValue` in the document, `later` in the model",
        ],
    ),
];
