//! The error for a document that isn't CSDL of OData 4 names the format of the document and the URL of the metadata. (C8)

use odata_build::Document;

#[track_caller]
fn assert_message(text: &str, expected: &str) {
    let error = Document::read(text).expect_err("it isn't CSDL").to_string();
    assert!(error.contains(expected), "{error}\nexpected: {expected}");
    assert_eq!(error, Document::read_bytes(text.as_bytes()).expect_err("it isn't CSDL").to_string());
}

#[test]
fn html_error_contains_title() {
    assert_message(
        "\n<!DOCTYPE html>\n<html lang=en><head><title>\n Sign in to your account</title><br><script>a && b < c</script>",
        "this is HTML, not CSDL: a page with the title `Sign in to your account`; the metadata of a service is at its root URL followed \
         by `/$metadata`, and the request may require authentication",
    );
    assert_message("<HTML><BODY>401</BODY></HTML>", "this is HTML, not CSDL: the metadata");
    assert_message("<!-- proxy -->\n<!doctype HTML PUBLIC \"-//W3C//DTD\"><p>x", "this is HTML");
    assert_message(
        r#"<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html xmlns="http://www.w3.org/1999/xhtml"/>"#,
        "this is HTML",
    );
}

#[test]
fn service_document_error_contains_metadata_url() {
    assert_message(
        r#"{"@odata.context": "https://a.example/odata/$metadata", "value": [{"name": "Products", "kind": "EntitySet", "url": "Products"}]}"#,
        "this is the service document, not CSDL: the metadata is at `https://a.example/odata/$metadata`",
    );
    assert_message(
        r#"{"value": [{"name": "Products", "url": "Products"}]}"#,
        "this is the service document, not CSDL: the metadata of a service is at its root URL followed by `/$metadata`",
    );
    assert_message(
        r#"<?xml version="1.0"?><service xml:base="https://a.example/odata/" xmlns="http://www.w3.org/2007/app"><workspace/></service>"#,
        "this is the service document, not CSDL: the metadata is at `https://a.example/odata/$metadata`",
    );
    assert_message(
        r#"<app:service xmlns:app="http://www.w3.org/2007/app"/>"#,
        "this is the service document",
    );
}

#[test]
fn data_error_contains_metadata_url() {
    for text in [
        r#"{"@odata.context": "https://a.example/$metadata#Products", "value": []}"#,
        r#"{"@context": "https://a.example/$metadata#Products/$entity", "ID": 1}"#,
    ] {
        assert_message(
            text,
            "a response with data, not CSDL: the metadata is at `https://a.example/$metadata`",
        );
    }
    assert_message(
        r##"{"@odata.type": "#ServiceRoot.v1_0_0.ServiceRoot"}"##,
        "a response with data, not CSDL",
    );
    assert_message(r#"<feed xmlns="http://www.w3.org/2005/Atom"/>"#, "a response with data, not CSDL");
}

#[test]
fn error_response_message_contains_code_and_message() {
    for (text, expected) in [
        (
            r#"{"error": {"code": "InvalidAuthenticationToken", "message": "Access token is empty."}}"#,
            "this is an error response, not CSDL: InvalidAuthenticationToken: Access token is empty. (",
        ),
        (
            r#"{"error": {"code": "", "message": {"lang": "en", "value": "No."}}}"#,
            "this is an error response, not CSDL: No. (",
        ),
        (
            r#"{"error": "invalid_token", "error_description": "expired"}"#,
            "this is an error response, not CSDL: invalid_token: expired (",
        ),
        (
            r#"<m:error xmlns:m="http://docs.oasis-open.org/odata/ns/metadata"><m:code>404</m:code><m:message xml:lang="en">Not found</m:message></m:error>"#,
            "this is an error response, not CSDL: 404: Not found (",
        ),
    ] {
        assert_message(text, expected);
    }
}

#[test]
fn earlier_odata_version_is_recognized() {
    let edmx = |attributes: &str, schema: &str| {
        format!(
            r#"<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices {attributes}>
               <Schema Namespace="a" xmlns="{schema}"/></edmx:DataServices></edmx:Edmx>"#
        )
    };
    let of_csdl_2 = "http://schemas.microsoft.com/ado/2008/09/edm";
    for (text, version) in [
        (edmx(r#"m:DataServiceVersion="2.0""#, of_csdl_2), "2"),
        (edmx(r#"m:DataServiceVersion="1.0""#, of_csdl_2), "2"),
        (edmx(r#"m:DataServiceVersion="1.0" m:MaxDataServiceVersion="3.0""#, of_csdl_2), "3"),
        (edmx("", "http://schemas.microsoft.com/ado/2009/11/edm"), "3"),
        (edmx("", "http://schemas.microsoft.com/ado/2006/04/edm"), "1"),
        (edmx("", "http://a.example"), "1, 2 or 3"),
        // Without a `Version` attribute, the namespace of the schema determines the version.
        (
            format!(
                r#"<Edmx><DataServices><Schema Namespace="a" xmlns='{of_csdl_2}'/></DataServices></Edmx>"#
            ),
            "2",
        ),
        (format!(r#"<Schema Namespace="a" xmlns="{of_csdl_2}"/>"#), "2"),
        (r#"{"odata.metadata": "https://a.example/$metadata#Products", "value": []}"#.to_owned(), "3"),
        (r#"{"d": {"EntitySets": ["Products"]}}"#.to_owned(), "1, 2 or 3"),
    ] {
        assert_message(&text, &format!("this is OData {version}, which isn't supported"));
    }
}

#[test]
fn other_formats_are_recognized() {
    for (text, expected) in [
        ("", "the document is empty"),
        (" \r\n", "the document is empty"),
        (r#"{"openapi": "3.0.1", "paths": {}}"#, "this is OpenAPI 3.0.1, not CSDL"),
        (r#"{"swagger": "2.0"}"#, "this is OpenAPI 2 (Swagger), not CSDL"),
        ("openapi: 3.0.1\ninfo:\n", "this is OpenAPI in YAML, not CSDL"),
        (
            r#"<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>"#,
            "this is WSDL, the description of a SOAP service, not CSDL",
        ),
        (r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>"#, "this is an XML Schema document"),
        ("<catalog><book/></catalog>", "this is XML with the root element `catalog`, not CSDL"),
        (r#"<schema xmlns="http://a.example"/>"#, "this is XML with the root element `schema`, not CSDL"),
        ("{}", "this is JSON without `$Version`, not CSDL"),
        ("[1]", "this is JSON that isn't an object, not CSDL"),
        ("\"Unauthorized\"", "this is JSON that isn't an object, not CSDL"),
        ("Unauthorized", "this is plain text, not CSDL"),
        ("-- a comment", "this is plain text, not CSDL"),
        ("Server: a\nContent-Type: text/html", "this is plain text, not CSDL"),
        ("--batch\r\nContent-Type: application/http\r\n", "this is a multipart response, not CSDL"),
        ("HTTP/1.1 200 OK\r\n\r\n<Edmx/>", "this is an HTTP response with its headers, not CSDL"),
        ("MZ\0\u{1}", "this is binary data, not CSDL"),
    ] {
        assert_message(text, expected);
    }
    for (bytes, expected) in [
        (&[0x1f, 0x8b, 8, 0][..], "this is compressed with gzip, not CSDL"),
        (b"PK\x03\x04\xff", "this is a ZIP archive, not CSDL"),
        (&[0xff, 0xd8], "this is binary data or has an unknown encoding"),
    ] {
        let error = Document::read_bytes(bytes).expect_err("it isn't CSDL").to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn utf_16_with_byte_order_mark_is_read() {
    let text = r#"<Edmx><DataServices><Schema Namespace="größe"/></DataServices></Edmx>"#;
    let little: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(Document::read_bytes(&little), Document::read(text));
    assert_eq!(Document::read_bytes(&big), Document::read(text));
    assert!(Document::read_bytes(&big[..big.len() - 1]).is_err());
}

#[test]
fn syntax_error_contains_position() {
    for text in [
        "<Edmx>\n<DataServices></Schema></DataServices></Edmx>",
        "{\"$Version\": \"4.0\",\n \"a\" 1}",
        "{\n",
        "<Edmx\n",
    ] {
        let error = Document::read(text).expect_err("an error");
        assert!(error.line().is_some(), "{error}");
    }
}
