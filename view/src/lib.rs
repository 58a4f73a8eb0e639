//! `view!`: the markup of Leptos, turned into calls of `src/view` instead of a type per element.
//!
//! Leptos gives every piece of markup a type of its own and compiles the renderer once for each. Here an element is
//! built by calls of a few functions, so that a page costs its words and its calls.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use rstml::{
    Infallible,
    node::{KeyedAttribute, Node, NodeAttribute, NodeElement, NodeName},
};
use syn::{Expr, spanned::Spanned};

/// Elements of SVG, which live in a namespace of their own.
const SVG: &[&str] = &["svg", "path", "circle", "g", "rect", "line"];

/// Markup to a `Built`. Elements take attributes (`name=value`, where a closure or a signal follows its signals),
/// `on:event=handler`, `style:property=value` and `node_ref=reference`; components take their props; between tags stand
/// strings and `{anything that implements Content}`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(tokens.into()) {
        Ok(nodes) => root(&nodes),
        Err(error) => error.to_compile_error(),
    }
    .into()
}

fn root(nodes: &[Node]) -> TokenStream {
    match nodes {
        [only] => {
            let only = content(only);
            quote! { crate::view::built(#only) }
        }
        _ => {
            let (part, children) = (part(), children(nodes));
            quote! {{
                let mut #part = crate::view::Part::new();
                #children
                #part.done()
            }}
        }
    }
}

/// Adds each node to the variable `part`, which is an element or a fragment.
fn children(nodes: &[Node]) -> TokenStream {
    let part = part();
    nodes
        .iter()
        .filter(|it| !matches!(it, Node::Comment(_)))
        .map(|node| {
            let content = content(node);
            quote! { #part.child(#content); }
        })
        .collect()
}

/// The variable that is being built; invisible to the expressions in the markup.
fn part() -> Ident {
    Ident::new("part", Span::mixed_site())
}

fn content(node: &Node) -> TokenStream {
    match node {
        Node::Element(it) if is_component(&it.open_tag.name) => component(it),
        Node::Element(it) => element(it),
        Node::Fragment(it) => root(&it.children),
        Node::Text(it) => {
            let text = &it.value;
            quote! { #text }
        }
        Node::RawText(it) => {
            let text = it.to_string_best();
            quote! { #text }
        }
        Node::Block(block) => match block.try_block().map(|it| it.stmts.as_slice()) {
            Some([syn::Stmt::Expr(only, None)]) => quote! { #only },
            _ => quote! { #block },
        },
        other => quote_spanned! { other.span() => compile_error!("cannot stand here") },
    }
}

fn is_component(name: &NodeName) -> bool {
    name.to_string().starts_with(char::is_uppercase)
}

fn element(element: &NodeElement<Infallible>) -> TokenStream {
    let name = element.open_tag.name.to_string();
    let part = part();
    let create = if SVG.contains(&name.as_str()) { quote!(svg) } else { quote!(html) };
    let attributes = attributes(element).map(|attribute| match attribute {
        Ok(it) => element_attribute(it),
        Err(error) => error,
    });
    let children = children(&element.children);
    quote! {{
        let mut #part = crate::view::Part::#create(#name);
        #(#attributes)*
        #children
        #part.done()
    }}
}

fn attributes(element: &NodeElement<Infallible>) -> impl Iterator<Item = Result<&KeyedAttribute, TokenStream>> {
    element.attributes().iter().map(|it| match it {
        NodeAttribute::Attribute(it) => Ok(it),
        NodeAttribute::Block(it) => Err(quote_spanned! { it.span() => compile_error!("an attribute needs a name"); }),
    })
}

fn element_attribute(attribute: &KeyedAttribute) -> TokenStream {
    let part = part();
    let name = attribute.key.to_string();
    let Some(value) = attribute.value() else {
        return quote! { #part.fixed(#name, ""); };
    };
    if let Some(event) = name.strip_prefix("on:") {
        let event = match event {
            "cancel" => quote! { ::leptos::ev::Custom::<::leptos::ev::Event>::new(#event) },
            _ => {
                let event = format_ident!("{event}", span = attribute.key.span());
                quote! { ::leptos::ev::#event }
            }
        };
        quote! { #part.on(#event, #value); }
    } else if let Some(property) = name.strip_prefix("style:") {
        quote! { #part.style(#property, &#value); }
    } else if name == "node_ref" {
        quote! { #part.node_ref(#value); }
    } else if let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = value {
        quote! { #part.fixed(#name, #text); }
    } else {
        quote! { #part.attribute(#name, #value); }
    }
}

fn component(element: &NodeElement<Infallible>) -> TokenStream {
    let name = &element.open_tag.name;
    let props = attributes(element).map(|attribute| match attribute {
        Ok(it) => {
            let key = &it.key;
            let value = it.value().map_or_else(|| quote! { #key }, |value| quote! { #value });
            quote! { .#key(#value) }
        }
        Err(error) => error,
    });
    let children = (!element.children.is_empty()).then(|| {
        let children = root(&element.children);
        quote! { .children(::std::boxed::Box::new(move || #children)) }
    });
    quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name)#(#props)*#children.build(),
        )
    }
}
